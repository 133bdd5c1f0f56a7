using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Languages;

/// <summary>/language</summary>
internal sealed class LanguageCommand(PersonLanguages languages, Answers answers, CommandAnswers common) : ICommand
{
    public CommandInfo Info => CommandTable.Language;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var (tenant, person, locale) = (turn.Conversation.TenantId, turn.Inspector.EntraObjectId, turn.Turn.Activity.Locale);
        switch (line.Arguments)
        {
            case []:
                var chosen = await languages.ChosenAsync(tenant, person, cancellationToken);
                await answers.SayPrivatelyAsync(turn.Turn, LanguageCards.Choose(turn.Inspector, Language.Of(chosen, locale), chosen is not null), cancellationToken);
                return CommandResult.Done;
            case [var typed] when LanguageChoice.TryRead(typed, out var choice):
                try
                {
                    await languages.ChooseAsync(tenant, person, choice.Name, cancellationToken);
                }
                catch (StoreUnavailableException)
                {
                    await answers.SayPrivatelyAsync(turn.Turn, LanguageTexts.NotStored, cancellationToken);
                    return CommandResult.Refused;
                }

                var language = Language.Of(choice.Name, locale);
                using (language.Speak())
                {
                    await answers.SayPrivatelyAsync(turn.Turn, LanguageCards.Changed(language, choice.Name is not null), cancellationToken);
                }

                return CommandResult.Done;
            case [var typed]:
                return await common.MalformedAsync(turn, LanguageTexts.NotALanguage(typed, Info), cancellationToken);
            default:
                return await common.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }
    }
}
