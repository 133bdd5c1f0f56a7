using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Interception;

/// <summary>/intercept: opens the dialog; arguments skip their steps.</summary>
internal sealed class InterceptCommand(InterceptionOpening opening, Answers answers, CommandAnswers common) : ICommand
{
    public CommandInfo Info => CommandTable.Intercept;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var wrong = line.Arguments switch
        {
            [var text, ..] when !WorkNumber.TryRead(text, out _) => CommandTexts.NotAWorkNumber(text, Info),
            [_, _, _, ..] => CommandTexts.TooMuch(Info),
            _ => null,
        };
        if (wrong is not null)
        {
            return await common.MalformedAsync(turn, wrong, cancellationToken);
        }

        int? workNo = line.Arguments is [var first, ..] && WorkNumber.TryRead(first, out var number) ? number : null;
        var callId = line.Arguments is [_, var second] ? second : null;
        if (await opening.OpenAsync(turn, workNo, callId, cancellationToken) is not { } stopped)
        {
            return CommandResult.Done;
        }

        if (stopped.Refusal == Refusal.NotSignedIn)
        {
            return await common.RefusedAsync(turn, Refusal.NotSignedIn, null, cancellationToken);
        }

        await answers.SayPrivatelyAsync(turn.Turn, stopped.Why, cancellationToken);
        return CommandResult.Refused;
    }
}
