using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Replies;

/// <summary>Tells people privately that their message was not taken: each at most once in a while, and only so many at a time, since it is a bad time to do more.</summary>
internal sealed class OverloadNotice(Answers answers, TimeProvider time, ILogger<OverloadNotice> logger) : IOverloadNotice
{
    private const int MostAtATime = 50;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly AgedMemory<bool> _told = new(10_000, Again, time);
    private int _telling;

    public void Tell(Turn turn)
    {
        ChatTelemetry.Command("any", "overloaded");
        if (turn.Activity.From?.Id is not { Length: > 0 } person || !_told.TryAdd(person, true))
        {
            return;
        }

        if (Interlocked.Increment(ref _telling) > MostAtATime)
        {
            Interlocked.Decrement(ref _telling);
            return;
        }

        _ = TellAsync(turn);
    }

    private async Task TellAsync(Turn turn)
    {
        try
        {
            using var spoken = Language.Of(turn.Activity.Locale).Speak();
            using var limit = new CancellationTokenSource(Limit, time);
            await answers.SayPrivatelyAsync(turn, CommonTexts.Overloaded, limit.Token);
        }
#pragma warning disable CA1031 // It is a courtesy: the channel was told by the status.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.PostBroke(logger, exception.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref _telling);
        }
    }
}
