using System.Text.RegularExpressions;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.EndToEnd.Tests.Running;

/// <summary>What must never leave the bot: passwords, the gateway's Guid, a customer's whole number, the text of an exception.</summary>
internal static partial class Secrecy
{
    public static void Check(
        IReadOnlyList<ConnectorCall> posts, IReadOnlyList<string> answers, IReadOnlyList<string> logs, IReadOnlyList<string> passwords)
    {
        Assert.NotEmpty(logs);
        foreach (var post in posts)
        {
            CheckText($"{post.Method} {post.Target}", $"{post.Target}\n{post.Body?.ToJsonString()}\n{string.Join('\n', post.Headers.Values)}", passwords);
        }

        foreach (var answer in answers)
        {
            CheckText("HTTP answer", answer, passwords);
        }

        foreach (var line in logs)
        {
            CheckText("log", line, passwords);
        }
    }

    private static void CheckText(string where, string text, IReadOnlyList<string> passwords)
    {
        foreach (var secret in passwords.Append(BotUnderTest.Customer[1..]))
        {
            Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"A secret in {where}: {text}");
        }

        Assert.False(GatewayGuid().IsMatch(text), $"A gateway's Guid in {where}: {text}");
        Assert.False(StackTrace().IsMatch(text), $"An exception's text in {where}: {text}");
    }

    // The simulated gateway's Guids end in the name of a node.
    [GeneratedRegex(@"[0-9a-f-]{32,36}\.AgentGateway", RegexOptions.IgnoreCase)]
    private static partial Regex GatewayGuid();

    [GeneratedRegex(@"^\s+at [\w.`<>]+\(|Exception: ", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
