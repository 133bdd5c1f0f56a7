using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>
/// Lets in what a token of a believed kind proves: who sent the request (issuer, signature), to whom (audience), when (lifetime), and for which
/// service URL and channel. Then the activity itself has to be consistent (<see cref="ActivityConsistency"/>).
/// </summary>
internal sealed class TokenAuthenticator(
    TokenKinds kinds, TokenValidation validation, IServiceUrlPolicy policy, IOptions<ChannelTokenOptions> options) : IInboundAuthenticator
{
    public async Task<InboundVerdict> AuthenticateAsync(HttpContext context, Activity activity)
    {
        (JsonWebToken? token, TokenFault? fault) = BearerToken.Read(context.Request.Headers, options.Value.MaxTokenLength);
        fault ??= await JudgeSafelyAsync(token!, activity, context.RequestAborted);
        return fault is { } wrong ? InboundVerdict.Unauthorized(wrong.ToString()) : ActivityConsistency.Judge(activity, policy);
    }

    private async Task<TokenFault?> JudgeSafelyAsync(JsonWebToken token, Activity activity, CancellationToken ct)
    {
        try
        {
            return await JudgeAsync(token, activity, ct);
        }
#pragma warning disable CA1031 // Claims are read where they are needed: one of an unexpected kind makes a bad token, not an error of the bot.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return TokenFault.Unreadable;
        }
    }

    private async Task<TokenFault?> JudgeAsync(JsonWebToken token, Activity activity, CancellationToken ct)
    {
        // The issuer that the token claims chooses the rules, and is proven with them.
        if (kinds.All.FirstOrDefault(kind => kind.Issuers.Contains(token.Issuer, StringComparer.Ordinal)) is not { } kind)
        {
            return TokenFault.Issuer;
        }

        (SigningKey? key, KeyAbsence? absence) = await kind.Keys.FindAsync(token.Kid, ct);
        if (key is null)
        {
            return absence == KeyAbsence.NoKeys ? TokenFault.KeysUnavailable : TokenFault.UnknownKey;
        }

        return await validation.JudgeAsync(token, kind, key) ?? kind.Judge(token, key, activity);
    }
}
