using Xunit.Sdk;

namespace SupervisorBot.EndToEnd.Tests.Running;

/// <summary>The search that ends every test here finds what it is for.</summary>
public sealed class SecrecyTests
{
    [Theory]
    [InlineData("Signed in with Inspect-2025.")]
    [InlineData("The customer +4915112345678 hung up.")]
    [InlineData("Guid 0a1b2c3d-0000-4000-8000-0123456789ab.AgentGateway0")]
    [InlineData("System.TimeoutException: It took too long.")]
    [InlineData("It broke.\n   at SupervisorBot.Chat.Turns.ChatTurnHandler.HandleAsync(Turn turn)")]
    public void What_must_not_leave_the_bot_is_found_in_an_answer_and_in_a_log(string text)
    {
        Assert.ThrowsAny<XunitException>(() => Secrecy.Check([], [text], ["a line"], ["Inspect-2025"]));
        Assert.ThrowsAny<XunitException>(() => Secrecy.Check([], [], ["a line", text], ["Inspect-2025"]));
        Secrecy.Check([], ["The customer ••••••••••5678 hung up."], ["a line"], ["Inspect-2025"]);
    }

    [Fact]
    public void A_run_without_logs_proves_nothing() => Assert.ThrowsAny<XunitException>(() => Secrecy.Check([], [], [], []));
}
