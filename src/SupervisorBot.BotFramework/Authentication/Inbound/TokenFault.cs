namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>Why a request is not let in. The names are the words in the log.</summary>
internal enum TokenFault
{
    /// <summary>No Authorization header.</summary>
    NoToken,

    /// <summary>More than one Authorization header.</summary>
    SeveralTokens,

    /// <summary>The header is not <c>Bearer</c>, one space, and something.</summary>
    NoBearerToken,

    /// <summary>The token is longer than allowed.</summary>
    TooLong,

    /// <summary>The token is not a signed JWT: encrypted, nested, or not a token at all.</summary>
    NoSignedToken,

    /// <summary>The token is signed with something else than RS256, or not at all.</summary>
    Algorithm,

    /// <summary>The token's header asks for something that is not known here.</summary>
    Header,

    /// <summary>The token names no key.</summary>
    NoKeyId,

    /// <summary>The token names a key that the issuer does not publish.</summary>
    UnknownKey,

    /// <summary>The issuer's keys could not be read.</summary>
    KeysUnavailable,

    /// <summary>The signature is not the named key's.</summary>
    Signature,

    /// <summary>Nobody who is trusted issued the token.</summary>
    Issuer,

    /// <summary>The token is not for this bot, or not for it alone.</summary>
    Audience,

    /// <summary>The token has no lifetime, or one without beginning or end.</summary>
    NoLifetime,

    /// <summary>The token has expired.</summary>
    Expired,

    /// <summary>The token is not valid yet.</summary>
    NotYetValid,

    /// <summary>The token does not speak for the activity's service URL.</summary>
    ServiceUrl,

    /// <summary>The key may not sign for the activity's channel.</summary>
    Endorsement,

    /// <summary>An emulator's token of another tenant.</summary>
    TokenTenant,

    /// <summary>An emulator's token that another app asked for.</summary>
    Caller,

    /// <summary>A claim is of a kind that cannot be read.</summary>
    Unreadable,

    /// <summary>The activity names two tenants.</summary>
    Tenants,

    /// <summary>The activity's service URL is on a host to which the bot must not send.</summary>
    ServiceHost,
}
