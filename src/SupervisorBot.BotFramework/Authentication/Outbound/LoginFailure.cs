using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>Why the login service gave no token, as far as a log may hold it: codes, and none of its words.</summary>
internal static partial class LoginFailure
{
    public static string CodeOf(Exception e) => e switch
    {
        MsalServiceException refused => string.Join(' ', ((string[])[Word(refused.ErrorCode), $"HTTP {refused.StatusCode}", EntraCode().Match(refused.Message).Value])
            .Where(static part => part.Length > 0)),
        MsalException failed => Word(failed.ErrorCode),
        OperationCanceledException or TimeoutException => "TooSlow",
        _ => e.GetBaseException().GetType().Name,
    };

    private static string Word(string? code) => code is { Length: > 0 and <= 60 } && code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? code : "Failed";

    /// <summary>Entra's own number of the error, which its documentation explains.</summary>
    [GeneratedRegex(@"AADSTS\d{1,8}")]
    private static partial Regex EntraCode();
}
