using System.Globalization;

namespace SupervisorBot.Chat.Languages;

/// <summary>The time during which a language is spoken; the one before is spoken again afterwards.</summary>
internal sealed class LanguageScope : IDisposable
{
    private readonly CultureInfo _words = CultureInfo.CurrentUICulture;
    private readonly CultureInfo _numbers = CultureInfo.CurrentCulture;

    public LanguageScope(Language language) => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language.Words, language.Numbers);

    public void Dispose() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (_words, _numbers);
}
