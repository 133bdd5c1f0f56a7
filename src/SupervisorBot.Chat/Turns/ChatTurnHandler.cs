using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.History.Export;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Limits;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Targeting;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Chat.Welcome;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Turns;

/// <summary>What the bot does with an activity: the order of the steps, and nothing else.</summary>
internal sealed class ChatTurnHandler(
    Gate gate,
    RefusalAudit refusals,
    TypedCodes codes,
    CommandDesk commands,
    PressDesk presses,
    FileConsents consents,
    Welcomer welcomer,
    Answers answers,
    ISeenActivityStore seen,
    IPersonalChatStore chats,
    IThreadSenders senders,
    PressSeals seals,
    TargetedMessages targeted,
    InboundLimits limits,
    PersonLanguages languages,
    OverLimit overLimit,
    ILogger<ChatTurnHandler> logger) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<InvokeResponse?> HandleAsync(Turn turn, CancellationToken ct)
    {
        var breach = limits.Count(turn);
        // What comes in over a limit costs no reading.
        var language = breach is null ? await languages.OfAsync(turn, ct) : Language.Of(turn.Activity.Locale);
        using var spoken = language.Speak();
        turn = turn with
        {
            Conversation = InLanguage(turn.Conversation, language),
            Replies = new SealedReplies(turn.Replies, turn.Conversation, seals),
        };
        try
        {
            if (breach is not null)
            {
                return await overLimit.AnswerAsync(turn, breach, ct);
            }

            ResumeSending(turn);
            NoteTargeted(turn);
            await RememberPersonalChatAsync(turn, ct);
            switch (turn.Activity.Type)
            {
                case ActivityTypes.Message:
                    await HandleMessageAsync(turn, ct);
                    return null;
                case ActivityTypes.Invoke:
                    return await HandleInvokeAsync(turn, ct);
                case ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate:
                    await welcomer.HandleAsync(turn, ct);
                    return null;
                default:
                    return null;
            }
        }
#pragma warning disable CA1031 // The edge of the conversation: whatever went wrong is logged by its kind and told in plain words.
        catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.TurnBroke(logger, broken.GetType().Name, turn.Activity.Id);
            return await TellBrokenAsync(turn, broken, ct);
        }
    }

    private async Task HandleMessageAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Value is { ValueKind: JsonValueKind.Object } value)
        {
            if (await LetInAsync(turn, cancellationToken) is { } presser)
            {
                await presses.HandleSubmitAsync(presser, value, cancellationToken);
            }

            return;
        }

        if (!IsMeantForTheBot(turn) || !await IsFirstDeliveryAsync(turn, cancellationToken))
        {
            return;
        }

        if (await LetInAsync(turn, cancellationToken) is { } asker && !await codes.TakesAsync(asker, cancellationToken))
        {
            await commands.RunAsync(asker, cancellationToken);
        }
    }

    private async Task<InvokeResponse?> HandleInvokeAsync(Turn turn, CancellationToken cancellationToken)
    {
        var isConsent = FileConsentInvoke.Is(turn.Activity);
        if (!isConsent && !AdaptiveCardInvoke.Is(turn.Activity))
        {
            return null;
        }

        var admission = await gate.AdmitAsync(turn, cancellationToken);
        if (admission.Profile is not { } profile)
        {
            var refusal = admission.Refusal ?? AdmissionRefusal.NotListed;
            Log.NotLetIn(logger, refusal, turn.Activity.Id);
            ChatTelemetry.Press("any", refusal.ToString());
            await refusals.WriteAsync(turn, AuditAct.Press, refusal.ToString());
            return AdaptiveCardInvoke.Message(Gate.Words(refusal));
        }

        if (isConsent)
        {
            return await consents.AnswerAsync(new ChatTurn(turn, profile), cancellationToken);
        }

        // Nobody pressed where a client refreshes a card by itself; no card of ours asks for that, and nothing may come of it.
        if (AdaptiveCardInvoke.TryParse(turn.Activity, out var action) && !action.IsAutomatic)
        {
            return await presses.AnswerAsync(new ChatTurn(turn, profile), action, cancellationToken);
        }

        await refusals.WriteAsync(turn, AuditAct.Press, RefusalReasons.OldButton, profile.Inspector);
        return AdaptiveCardInvoke.Error(400, "BadRequest", CommonTexts.OldButton);
    }

    private async Task<ChatTurn?> LetInAsync(Turn turn, CancellationToken cancellationToken)
    {
        var admission = await gate.AdmitAsync(turn, cancellationToken);
        if (admission.Profile is { } profile)
        {
            return new ChatTurn(turn, profile);
        }

        var refusal = admission.Refusal ?? AdmissionRefusal.NotListed;
        Log.NotLetIn(logger, refusal, turn.Activity.Id);
        ChatTelemetry.Command("any", refusal.ToString());
        await refusals.WriteAsync(turn, turn.Activity.Value is null ? AuditAct.Message : AuditAct.Press, refusal.ToString());
        await answers.SayPrivatelyAsync(turn, Gate.Words(refusal), cancellationToken);
        return null;
    }

    // What is told of this later is in the language of now.
    private static ConversationReference InLanguage(ConversationReference conversation, Language language) =>
        Language.Of(conversation.Locale) == language ? conversation : conversation with { Locale = language.Locale };

    // Where the bot hears everything that is said in a group chat or channel, only what is addressed to it counts.
    private static bool IsMeantForTheBot(Turn turn) =>
        turn.Conversation.IsPersonal
        || turn.Activity.Recipient?.IsTargeted == true
        || turn.Activity.Text?.TrimStart().StartsWith('/') == true
        || (turn.Activity.Entities ?? []).Any(entity =>
            entity.Type == Entity.MentionType && entity.Mentioned?.Id is { Length: > 0 } id && id == turn.Activity.Recipient?.Id);

    private async Task<bool> IsFirstDeliveryAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Id is not { Length: > 0 } id || await seen.TryAddAsync(turn.Conversation.ConversationId, id, cancellationToken))
        {
            return true;
        }

        Log.Redelivered(logger, id);
        return false;
    }

    // The bot is welcome there, whatever the channel said before.
    private void ResumeSending(Turn turn)
    {
        if (!Welcomer.IsRemoved(turn.Activity))
        {
            senders.Resume(turn.Conversation.ConversationId);
            if (turn.Activity.From?.Id is { Length: > 0 } person)
            {
                senders.Resume(OutgoingEntries.PersonKey(person));
            }
        }
    }

    private void NoteTargeted(Turn turn)
    {
        if (turn.Activity.Recipient?.IsTargeted == true)
        {
            targeted.Proved(turn.Conversation, turn.Activity.From);
        }
    }

    private async Task RememberPersonalChatAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Conversation.ConversationType == ConversationTypes.Personal && turn.Activity.From is { Id.Length: > 0 } person)
        {
            await RememberAsync(person.Id, turn, cancellationToken);
            if (person.AadObjectId is { Length: > 0 } entraObjectId)
            {
                await RememberAsync(PersonalChatKeys.Of(entraObjectId), turn, cancellationToken);
            }
        }
    }

    private async Task RememberAsync(string key, Turn turn, CancellationToken cancellationToken)
    {
        var known = await chats.FindAsync(key, cancellationToken);
        if (known is null || !IsSameChat(known, turn.Conversation))
        {
            await chats.PutAsync(key, turn.Conversation, cancellationToken);
        }
    }

    // Names may change; they are not what the chat is found by, nor how it is written to.
    private static bool IsSameChat(ConversationReference known, ConversationReference now) =>
        (known.ConversationId, known.ServiceUrl, known.TenantId, known.Bot?.Id, known.Locale) == (now.ConversationId, now.ServiceUrl, now.TenantId, now.Bot?.Id, now.Locale);

    private async Task<InvokeResponse?> TellBrokenAsync(Turn turn, Exception broken, CancellationToken cancellationToken)
    {
        var isOverloaded = broken is OutboxFullException or ChannelException { Code: "ThreadQueueFull" };
        var words = isOverloaded ? CommonTexts.Overloaded : CommonTexts.Broken;
        if (turn.Activity.IsInvoke)
        {
            return AdaptiveCardInvoke.Message(words);
        }

        if ((broken is ChannelException && !isOverloaded) || turn.Activity.Type != ActivityTypes.Message)
        {
            return null;
        }

        try
        {
            await answers.SayPrivatelyAsync(turn, words, cancellationToken);
        }
        catch (ChannelException refused)
        {
            Log.PostNotSent(logger, refused.Kind, refused.Status);
        }

        return null;
    }
}
