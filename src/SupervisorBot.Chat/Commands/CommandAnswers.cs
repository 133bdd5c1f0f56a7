using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Commands;

/// <summary>What every command does alike: refuse what it does not understand, and pass refusals on. Both go privately.</summary>
internal sealed class CommandAnswers(Answers answers)
{
    public async Task<CommandResult> MalformedAsync(ChatTurn turn, string text, CancellationToken cancellationToken)
    {
        await answers.SayPrivatelyAsync(turn.Turn, text, cancellationToken);
        return CommandResult.Malformed;
    }

    public async Task<CommandResult> DeniedAsync(ChatTurn turn, Denial denial, CancellationToken cancellationToken)
    {
        if (denial.Refusal == AccessRefusal.NotSignedIn)
        {
            return await RefusedAsync(turn, Refusal.NotSignedIn, null, cancellationToken);
        }

        await answers.SayPrivatelyAsync(turn.Turn, AccessTexts.Of(denial), cancellationToken);
        return CommandResult.Refused;
    }

    public async Task<CommandResult> RefusedAsync(ChatTurn turn, Refusal refusal, int? workNo, CancellationToken cancellationToken)
    {
        if (refusal == Refusal.NotSignedIn)
        {
            await answers.SayPrivatelyAsync(turn.Turn, SessionCards.SignInOffer(turn.Inspector), cancellationToken);
        }
        else
        {
            await answers.SayPrivatelyAsync(turn.Turn, RefusalTexts.Of(refusal, workNo), cancellationToken);
        }

        return CommandResult.Refused;
    }

    /// <summary>A move of one's own talk was refused.</summary>
    public Task<CommandResult> MoveRefusedAsync(ChatTurn turn, Refusal refusal, int? workNo, CancellationToken cancellationToken) => refusal == Refusal.NoCall
        ? SaidNoAsync(turn, CallTexts.OfMove(refusal, workNo), cancellationToken)
        : RefusedAsync(turn, refusal, workNo, cancellationToken);

    /// <summary>Says why something was not done.</summary>
    public async Task<CommandResult> SaidNoAsync(ChatTurn turn, string text, CancellationToken cancellationToken)
    {
        await answers.SayPrivatelyAsync(turn.Turn, text, cancellationToken);
        return CommandResult.Refused;
    }

    public async Task<CommandResult> FailedAsync(ChatTurn turn, Problem problem, CancellationToken cancellationToken)
    {
        await answers.SayPrivatelyAsync(turn.Turn, ProblemTexts.Both(problem), cancellationToken);
        return CommandResult.Refused;
    }

    /// <summary>Reads a command's only argument, a work number; otherwise says what is wrong with it.</summary>
    public async Task<int?> ReadWorkNumberAsync(ChatTurn turn, CommandInfo command, CommandLine line, CancellationToken cancellationToken)
    {
        var wrong = line.Arguments switch
        {
            [] => CommandTexts.WorkNumberMissing(command),
            [var text, ..] when !WorkNumber.TryRead(text, out _) => CommandTexts.NotAWorkNumber(text, command),
            [_, _, ..] => CommandTexts.TooMuch(command),
            _ => null,
        };
        if (wrong is not null)
        {
            await answers.SayPrivatelyAsync(turn.Turn, wrong, cancellationToken);
            return null;
        }

        return WorkNumber.TryRead(line.Arguments[0], out var workNo) ? workNo : null;
    }
}
