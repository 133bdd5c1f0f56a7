using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.History.Export;

/// <summary>
/// Takes the answers to file consents. One counts for the person and the conversation that it was made for, while its time lasts, once, and for a place that is allowed;
/// any other does nothing but tell its sender so.
/// </summary>
internal sealed class FileConsents(
    ExportTickets tickets,
    HistoryExport export,
    UploadHosts hosts,
    FileUpload upload,
    IUsedTicketStore used,
    CardMessages cards,
    Answers answers,
    Postbox postbox,
    RefusalAudit refusals,
    ILogger<FileConsents> logger)
{
    private const string Done = "Done";
    private const string Failed = "Failed";
    private static readonly InvokeResponse s_taken = new(200);

    /// <summary>Answers the invoke at once; the file follows.</summary>
    public async Task<InvokeResponse> AnswerAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        if (!FileConsentInvoke.TryRead(turn.Turn.Activity, out var consent) || tickets.Open(consent.Ticket) is not { } ticket || !IsFor(ticket, turn))
        {
            return await RefuseAsync(turn, RefusalReasons.OldButton, ExportTexts.OldConsent, cancellationToken);
        }

        if (tickets.IsExpired(ticket))
        {
            return await RefuseAsync(turn, nameof(ExportTexts.Expired), ExportTexts.Expired, cancellationToken);
        }

        if (consent.Upload is { } place && !hosts.Allows(place.Address))
        {
            return await RefuseAsync(turn, "ForeignHost", ExportTexts.OldConsent, cancellationToken);
        }

        if (!await used.TryUseAsync(ticket.Id, cancellationToken))
        {
            // Delivered again, or answered twice: what came of it stands in the chat.
            return s_taken;
        }

        if (consent.Upload is not { } there)
        {
            await export.WriteDownAsync(ticket, turn.Inspector, AuditStage.Cancelled, null, cancellationToken);
            ShowEnd(turn, ExportTexts.DeclinedTitle, ExportTexts.Declined);
        }
        else
        {
            // Teams waits for the answer, and not for OneDrive.
            _ = UploadAsync(turn, ticket, there);
        }

        return s_taken;
    }

    private static bool IsFor(ExportTicket ticket, ChatTurn turn) =>
        ticket.Way == ExportWay.Consent
        && ticket.AgentId == turn.Inspector.AgentId
        && string.Equals(ticket.ObjectId, turn.Inspector.EntraObjectId, StringComparison.OrdinalIgnoreCase)
        && ticket.ConversationId == turn.Conversation.ConversationId;

    private async Task<InvokeResponse> RefuseAsync(ChatTurn turn, string why, string words, CancellationToken cancellationToken)
    {
        await refusals.WriteAsync(turn.Turn, AuditAct.Export, why, turn.Inspector);
        await answers.SayPrivatelyAsync(turn.Turn, words, cancellationToken);
        return s_taken;
    }

    private async Task UploadAsync(ChatTurn turn, ExportTicket ticket, UploadPlace place)
    {
        try
        {
            if (await export.HolderAsync(ticket, CancellationToken.None) is not { } holder || await export.MakeAsync(ticket, holder, CancellationToken.None) is not { } file)
            {
                await refusals.WriteAsync(turn.Turn, AuditAct.Export, "NotPermitted", turn.Inspector);
                ShowEnd(turn, CommonTexts.NotDone, ExportTexts.NotPermitted);
                return;
            }

            await UploadAsync(turn, ticket, holder, place, file);
        }
#pragma warning disable CA1031 // The invoke was answered long ago: whatever went wrong is told in the chat.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.TurnBroke(logger, broken.GetType().Name, turn.Turn.Activity.Id);
            ShowEnd(turn, CommonTexts.NotDone, ExportTexts.NotSaved);
        }
    }

    private async Task UploadAsync(ChatTurn turn, ExportTicket ticket, Inspector holder, UploadPlace place, ExportFile file)
    {
        // Written down before the file leaves; where that cannot be, it does not.
        await export.WriteDownAsync(ticket, holder, AuditStage.Sent, null, CancellationToken.None);
        var isThere = await upload.PutAsync(place.Address, file.Bytes);
        await export.WriteDownAsync(ticket, holder, AuditStage.Decided, isThere ? Done : Failed, CancellationToken.None);
        if (!isThere)
        {
            ShowEnd(turn, CommonTexts.NotDone, ExportTexts.NotSaved);
            return;
        }

        ShowEnd(turn, ExportTexts.SavedTitle, ExportTexts.Saved(file.Name));
        postbox.Share(OutgoingEntries.Post(turn.Conversation, FileConsentInvoke.Show(place)));
    }

    /// <summary>The card that asked is answered: it shows what came of it, or a message does where it is not known which one it was.</summary>
    private void ShowEnd(ChatTurn turn, string title, string text)
    {
        var end = cards.Message(new CardBuilder("note", title).Line(text).Build());
        postbox.Share(turn.Turn.Activity.ReplyToId is { Length: > 0 } message
            ? OutgoingEntries.Show(LiveKeys.Message(turn.Conversation, message), turn.Conversation, end, rank: 0, message)
            : OutgoingEntries.Post(turn.Conversation, end));
    }
}
