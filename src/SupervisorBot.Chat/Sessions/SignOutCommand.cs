using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Sessions;

/// <summary>/signout</summary>
internal sealed class SignOutCommand(SessionRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.SignOut;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var receipt = await requests.SignOutAsync(turn, cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
