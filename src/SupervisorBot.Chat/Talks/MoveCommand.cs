using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>What /hold, /resume, /mute and /unmute do alike.</summary>
internal abstract class MoveCommand(CommandInfo info, TalkMove move, TalkRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => info;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        return await requests.AskAsync(
            turn, origin => new TalkMoveRequested(turn.RequestId, origin, move), () => CallTexts.Asked(move), cancellationToken);
    }
}
