using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/hangup</summary>
internal sealed class HangUpCommand(LineRequests lines, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.HangUp;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var receipt = await lines.AskAsync(
            turn,
            PlacePurpose.Request,
            origin => new HangUpRequested(turn.RequestId, origin),
            () => Activity.Message(CallTexts.EndAsked),
            cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
