using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>Reads claims that have to be one text.</summary>
internal static class Claims
{
    /// <summary>The claim's text; null where it is absent, empty, no text, or there several times.</summary>
    public static string? TextOf(JsonWebToken token, string type)
    {
        Claim[] found = [.. token.Claims.Where(claim => claim.Type == type)];
        return found is [{ ValueType: ClaimValueTypes.String, Value.Length: > 0 } only] ? only.Value : null;
    }
}
