using System.Text.Json;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Sessions;

/// <summary>Reads what a sign-in tells. All of it may be absent: the sign-in itself has succeeded.</summary>
internal static class SignInReader
{
    public static SignInResult Read(JsonElement result) => new(
        LenientJson.Text(result, "vdnid") is { Length: > 0 } vdn ? vdn : null,
        LenientJson.Text(result, "isForceChange")?.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) == true)
    {
        SignedInAt = LenientJson.Time(result, "loginTime"),
        ServerName = LenientJson.Text(result, "serverName") is { Length: > 0 } name ? name : null,
        PasswordDaysRemaining = LenientJson.Int(result, "timeRemaining"),
    };
}
