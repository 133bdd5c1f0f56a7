using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History.Export;

/// <summary>The button that takes the history out: a consent in a personal chat of Teams, and a link where there is none.</summary>
internal sealed class HistoryCsvPress(
    ExportTickets tickets, ExportLinks links, HistoryExport export, Answers answers, IOptions<HistoryOptions> options, TimeProvider time) : IPressHandler
{
    private const string Teams = "msteams";

    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.HistoryCsv] = Need.To(Permission.History, ofAgent: true),
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var query = HistoryRequest.Of(press.Data).ToQuery(time.GetUtcNow(), press.Clock);
        if (press.Turn.Conversation is { IsPersonal: true, ChannelId: Teams } && options.Value.FileConsent)
        {
            return await AskAsync(press, tickets.Make(press.Turn, ExportWay.Consent, query), cancellationToken);
        }

        if (!links.IsAvailable)
        {
            return new PressReply.Word(press.Turn.Conversation.IsPersonal ? ExportTexts.NoAddress : ExportTexts.AskInPersonalChat, PressReply.Refused);
        }

        return await LinkAsync(press, tickets.Make(press.Turn, ExportWay.Link, query), cancellationToken);
    }

    private async Task<PressReply> AskAsync(Press press, ExportTicket ticket, CancellationToken cancellationToken)
    {
        // Teams shows how big the file will be.
        if (await export.MakeAsync(ticket, press.Inspector, cancellationToken) is not { } file)
        {
            return new PressReply.Word(ExportTexts.NotPermitted, PressReply.Refused);
        }

        await press.Turn.Turn.Replies.SendAsync(
            FileConsentInvoke.Ask(file.Name, ExportTexts.Description, file.Bytes.Length, tickets.Seal(ticket)), cancellationToken);
        return new PressReply.Word(ExportTexts.ConsentAsked, PressReply.Effect);
    }

    private async Task<PressReply> LinkAsync(Press press, ExportTicket ticket, CancellationToken cancellationToken)
    {
        await export.WriteDownAsync(ticket, press.Inspector, AuditStage.Asked, null, cancellationToken);
        var card = new CardBuilder("signInLink", ExportTexts.LinkTitle, HistoryExport.NameOf(ticket, new ViewerClock(ticket.OffsetMinutes)))
            .Line(ExportTexts.LinkText)
            .Note(ExportTexts.LinkLimits(options.Value.ExportLifetime))
            .With("link", links.Of(tickets.Seal(ticket)).AbsoluteUri)
            .With("linkTitle", ExportTexts.Open)
            .With("linkTip", ExportTexts.OpenTip)
            .Build();
        // Whoever has the link can use it, so it goes into no chat with others.
        await answers.SayInPersonalChatAsync(press.Turn.Turn, card, cancellationToken);
        return new PressReply.Word(ExportTexts.LinkSent, PressReply.Effect);
    }
}
