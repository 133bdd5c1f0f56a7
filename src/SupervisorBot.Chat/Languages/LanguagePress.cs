using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Languages;

/// <summary>The buttons that choose a language.</summary>
internal sealed class LanguagePress(PersonLanguages languages) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.Language] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (!LanguageChoice.TryRead(press.Data.Language, out var choice))
        {
            return PressReply.OldButton();
        }

        try
        {
            await languages.ChooseAsync(press.Turn.Conversation.TenantId, press.Inspector.EntraObjectId, choice.Name, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return new PressReply.Word(LanguageTexts.NotStored, PressReply.Refused);
        }

        var language = Language.Of(choice.Name, press.Turn.Turn.Activity.Locale);
        using var spoken = language.Speak();
        return new PressReply.Card(LanguageCards.Changed(language, choice.Name is not null), PressReply.Effect);
    }
}
