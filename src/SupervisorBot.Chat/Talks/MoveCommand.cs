using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>What /hold, /resume, /mute and /unmute do alike.</summary>
internal abstract class MoveCommand(CommandInfo info, TalkMove move, LineRequests lines, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => info;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var receipt = await lines.AskAsync(
            turn,
            PlacePurpose.Request,
            origin => new TalkMoveRequested(turn.RequestId, origin, move),
            () => Activity.Message(CallTexts.Asked(move)),
            cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.MoveRefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
