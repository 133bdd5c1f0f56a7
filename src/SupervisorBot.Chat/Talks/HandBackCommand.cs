using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/handback</summary>
internal sealed class HandBackCommand(TalkRequests requests, TransferCheck check, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.HandBack;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        return await check.WhyNotAsync(turn, null, cancellationToken) is { } why
            ? await answers.SaidNoAsync(turn, why, cancellationToken)
            : await requests.AskAsync(
            turn, origin => new TransferRequested(turn.RequestId, origin, null), () => CallTexts.HandBackAsked, cancellationToken);
    }
}
