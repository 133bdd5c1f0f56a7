using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Talks;

/// <summary>Asks supervision for what a command wants of one's own talk, and tells a refusal.</summary>
internal sealed class TalkRequests(LineRequests lines, CommandAnswers answers)
{
    public async Task<CommandResult> AskAsync(
        ChatTurn turn, Func<RequestOrigin, SupervisionRequest> request, Func<string> asked, CancellationToken cancellationToken)
    {
        var receipt = await lines.AskAsync(turn, PlacePurpose.Request, request, () => Activity.Message(asked()), cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.MoveRefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
