using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/transfer</summary>
internal sealed class TransferCommand(TalkRequests requests, TransferCheck check, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.Transfer;

    /// <summary>An agent to whom one transfers need not be of one's teams: the customer is handed on, nothing is done to the agent.</summary>
    public int? WorkNoOf(CommandLine line) => null;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments is not [var word, _, ..] || KindOf(word) is not { } kind)
        {
            return await answers.MalformedAsync(turn, CallTexts.TransferMissing(Info), cancellationToken);
        }

        // A number may be written with blanks.
        if (!TransferTarget.TryRead(kind, string.Join(' ', line.Arguments.Skip(1)), out var target))
        {
            return await answers.MalformedAsync(turn, CallTexts.NotATarget(kind), cancellationToken);
        }

        return await check.WhyNotAsync(turn, target, cancellationToken) is { } why
            ? await answers.SaidNoAsync(turn, why, cancellationToken)
            : await requests.AskAsync(
            turn, origin => new TransferRequested(turn.RequestId, origin, target), () => CallTexts.Asked(target), cancellationToken);
    }

    private static TransferKind? KindOf(string word) => Enum.GetValues<TransferKind>()
        .Where(kind => string.Equals(kind.ToString(), word, StringComparison.OrdinalIgnoreCase))
        .Select(kind => (TransferKind?)kind)
        .FirstOrDefault();
}
