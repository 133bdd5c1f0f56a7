using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;

namespace SupervisorBot.Chat.Targeting;

/// <summary>
/// Says where a targeted message can be sent. Nothing in an activity tells whether a client knows them, and one that does not shows nothing; only a slash command
/// that itself came targeted proves it. So they are tried wherever the channel is Teams, and where the service refuses one that is remembered for a while.
/// </summary>
internal sealed class TargetedMessages(IOptions<TeamsOptions> options, TimeProvider time, ILogger<TargetedMessages> logger)
{
    private const string Teams = "msteams";
    private const int Remembered = 10_000;

    private readonly AgedMemory<bool> _refused = new(Remembered, options.Value.TargetedRetryAfter, time);

    /// <summary>Whether one person can be sent something in a conversation that nobody else there sees.</summary>
    public bool MaySend(ConversationReference where, ChannelAccount? person) =>
        options.Value.TargetedMessages == TargetedUse.Auto
        && !where.IsPersonal
        && where.ChannelId == Teams
        && person is { Id.Length: > 0 }
        && !_refused.TryGet(KeyOf(where, null), out _)
        && !_refused.TryGet(KeyOf(where, person), out _);

    /// <summary>A message as only one person is to see it.</summary>
    public static Activity For(ChannelAccount person, Activity message) =>
        message with { Recipient = new ChannelAccount(person.Id, person.Name) { IsTargeted = true } };

    /// <summary>Whether the service will not take it: because it knows none there, or because the person is no member. Everything else may pass.</summary>
    public static bool IsRefusal(ChannelException failure) =>
        failure.Kind is ChannelFailure.Forbidden or ChannelFailure.NotFound or ChannelFailure.Rejected;

    /// <summary>Remembers a refusal: 403 concerns the person, whatever else the conversation.</summary>
    public void Refused(ConversationReference where, ChannelAccount person, ChannelException refusal)
    {
        Log.TargetedRefused(logger, refusal.Kind, refusal.Status, refusal.Code);
        _refused.Put(KeyOf(where, refusal.Kind == ChannelFailure.Forbidden ? person : null), true);
    }

    /// <summary>Something came in from a person that only they and the bot see: it works there.</summary>
    public void Proved(ConversationReference where, ChannelAccount? person)
    {
        _refused.Remove(KeyOf(where, null));
        _refused.Remove(KeyOf(where, person));
    }

    // All threads of a channel are alike.
    private static string KeyOf(ConversationReference where, ChannelAccount? person) => $"{PressPlace.Of(where).ConversationId}\n{person?.Id}";
}
