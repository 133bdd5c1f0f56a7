using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Permits;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Tests.Permits;

public sealed class LocalSendPermitsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_eighth_call_of_a_second_waits_and_another_thread_does_not()
    {
        LocalSendPermits permits = Permits();
        for (int i = 0; i < 7; i++)
        {
            Assert.True(permits.WaitAsync(Thread("a"), CancellationToken.None).AsTask().IsCompletedSuccessfully);
        }

        Task eighth = permits.WaitAsync(Thread("a"), CancellationToken.None).AsTask();
        Assert.True(permits.WaitAsync(Thread("b"), CancellationToken.None).AsTask().IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromMilliseconds(1040));
        Assert.False(eighth.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(20));
        await eighth.WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task All_threads_of_a_tenant_share_its_fifty_a_second_and_another_tenant_does_not()
    {
        LocalSendPermits permits = Permits();
        for (int i = 0; i < 50; i++)
        {
            Assert.True(permits.WaitAsync(Thread($"{i}"), CancellationToken.None).AsTask().IsCompletedSuccessfully);
        }

        Task next = permits.WaitAsync(Thread("50"), CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        Assert.True(permits.WaitAsync(Thread("51", "other"), CancellationToken.None).AsTask().IsCompletedSuccessfully);
        Assert.True(permits.WaitAsync(Thread("52", tenant: null), CancellationToken.None).AsTask().IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromSeconds(2));
        await next.WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task Who_gives_up_is_not_waited_for()
    {
        LocalSendPermits permits = Permits();
        for (int i = 0; i < 7; i++)
        {
            await permits.WaitAsync(Thread("a"), CancellationToken.None);
        }

        using CancellationTokenSource impatient = new();
        Task waiting = permits.WaitAsync(Thread("a"), impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private LocalSendPermits Permits() => new(new SendLimits(Options.Create(new BotFrameworkEdgeOptions())), _time);

    private static ConversationReference Thread(string id, string? tenant = "tenant") => new("https://example.com", "msteams", id, "channel", tenant);
}
