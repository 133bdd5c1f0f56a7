using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace SupervisorBot.Chat.Languages;

/// <summary>
/// The texts of one class in every language: a <c>.resx</c> file of the class's name beside it, and one more for each language but English
/// (<c>AgentTexts.resx</c>, <c>AgentTexts.es.resx</c>, …). They are read in the language that is spoken, see <see cref="Language.Speak"/>; a text that a
/// language lacks is English.
/// </summary>
public sealed class TextSet
{
    // Whatever is put into a text that runs from right to left keeps its own direction: names, numbers with signs, commands.
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';

    private readonly ResourceManager _texts;

    private TextSet(ResourceManager texts) => _texts = texts;

    /// <summary>The texts of a class.</summary>
    /// <param name="owner">The class that says them.</param>
    public static TextSet Of(Type owner) => new(new ResourceManager(owner));

    /// <summary>A text as it is written.</summary>
    /// <param name="key">Its key; by default the name of the member that asks.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string Get([CallerMemberName] string key = "") =>
        Find(key) ?? throw new MissingManifestResourceException($"There is no text {key} in {_texts.BaseName}.");

    /// <summary>A text, or null where there is none of that key.</summary>
    /// <param name="key">Its key.</param>
    public string? Find(string key) => _texts.GetString(key, CultureInfo.CurrentUICulture);

    /// <summary>A text with something put into its places <c>{0}</c>, <c>{1}</c>…</summary>
    /// <param name="key">Its key.</param>
    /// <param name="arguments">What is put in.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string Format(string key, params ReadOnlySpan<object?> arguments) => Fill(Get(key), arguments);

    /// <summary>A text about a number of things, in the form that the language has for this number: the key <c>KEY.one</c>, <c>KEY.other</c>, in Arabic also
    /// <c>KEY.zero</c>, <c>KEY.two</c>, <c>KEY.few</c> and <c>KEY.many</c>.</summary>
    /// <param name="key">Its key, without the form.</param>
    /// <param name="number">The number, put into <c>{0}</c>.</param>
    /// <param name="more">What is put into <c>{1}</c> and so on.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string Count(string key, int number, params ReadOnlySpan<object?> more)
    {
        var form = PluralRules.Name(PluralRules.Of(CultureInfo.CurrentUICulture, number));
        return Fill(Find($"{key}.{form}") ?? Get($"{key}.other"), [number, .. more]);
    }

    private static string Fill(string pattern, ReadOnlySpan<object?> arguments)
    {
        if (!CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft)
        {
            return string.Format(CultureInfo.CurrentCulture, pattern, arguments);
        }

        var isolated = new object?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            isolated[index] = arguments[index] is string { Length: > 0 } text ? $"{IsolateStart}{text}{IsolateEnd}" : arguments[index];
        }

        return string.Format(CultureInfo.CurrentCulture, pattern, isolated);
    }
}
