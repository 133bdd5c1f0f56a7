using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Sessions;

/// <summary>/signin</summary>
internal sealed class SignInCommand(SessionRequests requests, SignInOffers offers, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.SignIn;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var receipt = await requests.SignInAsync(turn, cancellationToken);
        if (receipt is { Refusal: Refusal.NoPassword })
        {
            var refused = receipt.Repeated ? null : await offers.OfferAsync(turn, cancellationToken);
            return refused is null ? CommandResult.Done : await answers.RefusedAsync(turn, refused.Value, null, cancellationToken);
        }

        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
