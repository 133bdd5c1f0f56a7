using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>Proves a token's signature, issuer, audience and lifetime.</summary>
internal sealed class TokenValidation(IOptions<BotFrameworkOptions> registration, IOptions<ChannelTokenOptions> options, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>What is wrong with it, or null.</summary>
    public async Task<TokenFault?> JudgeAsync(JsonWebToken token, ITokenKind kind, SigningKey key)
    {
        TokenValidationResult result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            ValidateIssuer = true,
            ValidIssuers = kind.Issuers,
            ValidateAudience = true,
            RequireAudience = true,
            AudienceValidator = (audiences, _, _) => IsForThisBotAlone(audiences),
            ValidateLifetime = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => JudgeLifetime(from, until) is null,
            IncludeTokenOnFailedValidation = false,
        });
        return result.IsValid ? null : FaultOf(result.Exception, token);
    }

    private bool IsForThisBotAlone(IEnumerable<string>? audiences) =>
        audiences?.ToArray() is [{ } only] && only.Equals(registration.Value.MicrosoftAppId?.Trim(), StringComparison.OrdinalIgnoreCase);

    private TokenFault? JudgeLifetime(DateTime? from, DateTime? until)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        TimeSpan skew = options.Value.TokenClockSkew;
        return (from, until) switch
        {
            (null, _) or (_, null) => TokenFault.NoLifetime,
            _ when from >= until => TokenFault.NoLifetime,
            _ when now - skew >= until => TokenFault.Expired,
            _ when now + skew < from => TokenFault.NotYetValid,
            _ => null,
        };
    }

    private TokenFault FaultOf(Exception? e, JsonWebToken token) => e switch
    {
        SecurityTokenInvalidIssuerException => TokenFault.Issuer,
        SecurityTokenInvalidAudienceException => TokenFault.Audience,
        SecurityTokenInvalidLifetimeException => JudgeLifetime(Given(token.ValidFrom), Given(token.ValidTo)) ?? TokenFault.NoLifetime,
        SecurityTokenInvalidAlgorithmException => TokenFault.Algorithm,
        _ => TokenFault.Signature,
    };

    private static DateTime? Given(DateTime moment) => moment == DateTime.MinValue ? null : moment;
}
