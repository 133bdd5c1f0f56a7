using System.Globalization;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Watches;

/// <summary>/watch</summary>
internal sealed class WatchCommand(IWatches watches, ISupervisionDesk desk, Answers answers, CommandAnswers common, IOptions<WatchOptions> options) : ICommand
{
    public CommandInfo Info => CommandTable.Watch;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var order = WatchGrammar.Read(line.Arguments);
        if (order is WatchOrder.Wrong wrong)
        {
            return await common.MalformedAsync(turn, WatchTexts.Wrong(wrong.Error), cancellationToken);
        }

        if (order is WatchOrder.Add && (await desk.GetRosterAsync(turn.Inspector, cancellationToken)).Refusal is { } refusal)
        {
            // A rule that sleeps from the first moment is no help to anybody.
            return await common.RefusedAsync(turn, refusal, null, cancellationToken);
        }

        var answer = await watches.ChangeAsync(turn.Conversation.ConversationId, ChangeOf(turn, order)).WaitAsync(cancellationToken);
        var watch = Watch.Read(answer.Document);
        switch (answer.Result)
        {
            case WatchResult.TooMany:
                await answers.SayPrivatelyAsync(turn.Turn, WatchTexts.TooMany(options.Value.RulesMaximum), cancellationToken);
                return CommandResult.Refused;
            case WatchResult.NoSuchRule:
                await answers.SayPrivatelyAsync(turn.Turn, WatchTexts.NoSuchRule, cancellationToken);
                return CommandResult.Refused;
            default:
                await answers.SayAsync(turn.Turn, WatchCards.List(watch, Said(answer.Result, watch)), cancellationToken);
                return CommandResult.Done;
        }
    }

    private static string? Said(WatchResult result, Watch watch) => result switch
    {
        WatchResult.Added => WatchTexts.Added(CommonTexts.Number(watch.LastNumber)),
        WatchResult.Ended => WatchTexts.Ended,
        WatchResult.QuietSet => watch.Quiet is null ? WatchTexts.QuietOff : WatchTexts.QuietSet,
        _ => null,
    };

    private static WatchChange ChangeOf(ChatTurn turn, WatchOrder order)
    {
        var change = new WatchChange(turn.Place(PlacePurpose.Request).ToOrigin(), Asker.Of(turn.Inspector), CultureInfo.CurrentCulture.Name);
        return order switch
        {
            WatchOrder.Add add => change with { Kind = add.Kind, State = add.State, Longer = add.Longer, WorkNo = add.WorkNo, Team = add.Team },
            WatchOrder.Quiet { Hours: { } hours } => change with { SetsQuiet = true, Quiet = new QuietHours(hours.From, hours.Until, turn.Clock.OffsetMinutes) },
            WatchOrder.Quiet => change with { SetsQuiet = true },
            WatchOrder.Off off => change with { Off = off.Number, AllOff = off.Number is null },
            _ => change,
        };
    }
}
