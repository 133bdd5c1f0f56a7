using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/hangup: asks first, as the button does, for it cuts the customer off; whoever types <c>now</c> behind it has said so already.</summary>
internal sealed class HangUpCommand(ISupervisionDesk desk, ActQuestions questions, TalkRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.HangUp;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken) => line.Arguments switch
    {
        [] => await AskFirstAsync(turn, cancellationToken),
        [var word] when string.Equals(word, "now", StringComparison.OrdinalIgnoreCase) => await HangUpAsync(turn, cancellationToken),
        _ => await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken),
    };

    private async Task<CommandResult> AskFirstAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        var session = await desk.GetSessionAsync(turn.Inspector, cancellationToken);
        if (session.Talk is { Phase: not TalkPhase.Ended } talk)
        {
            var id = ActQuestions.IdOf(turn);
            await questions.AskAsync(turn, id, TalkQuestions.End(talk, turn.Inspector, id, questions.Until(), turn.Clock), cancellationToken);
            return CommandResult.Done;
        }

        return await answers.MoveRefusedAsync(turn, WhyNot(session.Status), null, cancellationToken);
    }

    private static Refusal WhyNot(SessionStatus status) => status switch
    {
        SessionStatus.SignedIn => Refusal.NoCall,
        SessionStatus.SigningIn or SessionStatus.SigningOut => Refusal.SigningInOrOut,
        SessionStatus.AwaitingCode => Refusal.AwaitingCode,
        _ => Refusal.NotSignedIn,
    };

    private Task<CommandResult> HangUpAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        requests.AskAsync(turn, origin => new HangUpRequested(turn.RequestId, origin), () => CallTexts.EndAsked, cancellationToken);
}
