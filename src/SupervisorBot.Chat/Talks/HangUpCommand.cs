using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/hangup</summary>
internal sealed class HangUpCommand(ISupervisionDesk desk, LiveMessages live, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.HangUp;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var key = LiveKeys.Line(turn.RequestId);
        using var reservation = live.Reserve(key);
        var origin = turn.Place(PlacePurpose.Request, key).ToOrigin();
        var receipt = await desk.AskAsync(turn.Inspector, new HangUpRequested(turn.RequestId, origin), cancellationToken);
        if (receipt.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken);
        }

        if (!receipt.Repeated)
        {
            await reservation.SendAsync(
                turn.Conversation, () => turn.Turn.Replies.SendAsync(Activity.Message(TalkTexts.HangUpAsked), cancellationToken));
        }

        return CommandResult.Done;
    }
}
