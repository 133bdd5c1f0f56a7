using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Sessions;

/// <summary>/signin</summary>
internal sealed class SignInCommand(SessionRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.SignIn;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var receipt = await requests.SignInAsync(turn, cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
