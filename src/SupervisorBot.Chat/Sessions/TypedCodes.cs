using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Chat.Sessions;

/// <summary>Recognises the code of a sign-in in what is typed in a personal chat, while one is awaited from the very person who types.</summary>
internal sealed class TypedCodes(ISupervisionDesk desk, Answers answers, ILogger<TypedCodes> logger)
{
    /// <summary>Takes what was typed where it is a code; what comes of a right one is told by a notice.</summary>
    /// <returns>False where it is an ordinary text.</returns>
    public async Task<bool> TakesAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.IsPersonal || !SignInCode.TryRead(ActivityText.WithoutRecipientMention(turn.Turn.Activity), out var code))
        {
            return false;
        }

        var typed = new TypedCode(code, SignInOffers.HolderOf(turn), turn.Place(PlacePurpose.Request).ToOrigin());
        var answer = await desk.EnterCodeAsync(turn.Inspector, typed, cancellationToken);
        if (answer.Result == CodeResult.NotAwaited)
        {
            return false;
        }

        ChatTelemetry.Command("code", answer.Result.ToString());
        Log.CommandRan(logger, "code", turn.Inspector.AgentId, answer.Result.ToString());
        await answers.SayPrivatelyAsync(turn.Turn, WordsFor(answer), cancellationToken);
        return true;
    }

    private static string WordsFor(CodeAnswer answer) => answer.Result switch
    {
        CodeResult.Right => SessionTexts.CodeRight,
        CodeResult.Wrong => SessionTexts.CodeWrong(answer.TriesLeft),
        CodeResult.TooManyWrong => SessionTexts.CodeTooMany,
        CodeResult.TooLate => SessionTexts.CodeTooLate,
        _ => RefusalTexts.Of(Refusal.Overloaded, null),
    };
}
