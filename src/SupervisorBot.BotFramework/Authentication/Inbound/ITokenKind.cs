using Microsoft.IdentityModel.JsonWebTokens;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>A kind of token that is believed: who issues it, with which keys, and what has to be in it besides.</summary>
internal interface ITokenKind
{
    /// <summary>Who issues it.</summary>
    IReadOnlyList<string> Issuers { get; }

    /// <summary>The keys that it is signed with.</summary>
    SigningKeys Keys { get; }

    /// <summary>Judges what a token of this kind says, once signature, issuer, audience and lifetime are proven.</summary>
    TokenFault? Judge(JsonWebToken token, SigningKey key, Activity activity);
}
