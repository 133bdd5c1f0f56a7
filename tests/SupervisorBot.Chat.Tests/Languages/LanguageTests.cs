using System.Globalization;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Tests.Languages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("es-MX", "es")]
    [InlineData("es", "es")]
    [InlineData("fr_CA", "fr")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("ar-EG", "ar")]
    [InlineData("de-DE", "en")]
    [InlineData("no such language!", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_locale_is_spoken_to_in_the_nearest_language(string? locale, string language) => Assert.Equal(language, Language.Of(locale).Name);

    [Fact]
    public async Task A_language_is_spoken_until_its_end_and_across_awaits()
    {
        var before = CommandTexts.HelpTitle;
        using (Language.Of("es").Speak())
        {
            await Task.Yield();
            Assert.Equal("Qué puede escribir", CommandTexts.HelpTitle);
        }

        Assert.Equal(before, CommandTexts.HelpTitle);
    }

    [Fact]
    public void What_is_put_into_arabic_keeps_its_own_direction()
    {
        using var spoken = Language.Of("ar").Speak();
        Assert.Equal("مثال: \u2068/calls 2001\u2069", CommandTexts.Example(CommandTable.Calls));
    }

    [Theory]
    [InlineData("en", 1, PluralCategory.One)]
    [InlineData("en", 0, PluralCategory.Other)]
    [InlineData("fr", 0, PluralCategory.One)]
    [InlineData("fr", 2, PluralCategory.Other)]
    [InlineData("zh-Hans", 1, PluralCategory.Other)]
    [InlineData("ar", 0, PluralCategory.Zero)]
    [InlineData("ar", 2, PluralCategory.Two)]
    [InlineData("ar", 103, PluralCategory.Few)]
    [InlineData("ar", 111, PluralCategory.Many)]
    [InlineData("ar", 100, PluralCategory.Other)]
    internal void A_number_takes_the_form_of_its_language(string language, int number, PluralCategory form) =>
        Assert.Equal(form, PluralRules.Of(CultureInfo.GetCultureInfo(language), number));
}
