using System.Globalization;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

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

    [Theory]
    [InlineData(null, "es-MX", "es", "es-MX")]
    [InlineData("es", "es-MX", "es", "es-MX")]
    [InlineData("es", "en-GB", "es", "es")]
    [InlineData("zh-Hans", null, "zh-Hans", "zh-Hans")]
    [InlineData("en", "de-DE", "en", "en")]
    public void A_chosen_language_counts_and_the_clients_region_where_it_is_of_that_language(string? chosen, string? locale, string language, string region)
    {
        var spoken = Language.Of(chosen, locale);
        Assert.Equal((language, region), (spoken.Name, spoken.Locale));
        Assert.Equal(spoken, Language.Of(spoken.Locale));
    }

    [Theory]
    [InlineData("en", "2026-11-22 15:30:05 (UTC+02:00)")]
    [InlineData("en-GB", "22/11/2026 15:30:05 (UTC+02:00)")]
    [InlineData("fr-CA", "2026-11-22 15:30:05 (UTC+02:00)")]
    [InlineData("es-MX", "22/11/2026 15:30:05 (UTC+02:00)")]
    [InlineData("zh-CN", "2026/11/22 15:30:05 (UTC+02:00)")]
    [InlineData("ar-SA", "2026-11-22 15:30:05 (UTC+02:00)")]
    public void A_date_is_written_as_the_region_does_and_the_time_has_24_hours(string locale, string text)
    {
        using var spoken = Language.Of(locale).Speak();
        Assert.Equal(text, new ViewerClock(120).DateAndTime(new DateTimeOffset(2026, 11, 22, 13, 30, 5, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("en", "4 min 5 s")]
    [InlineData("zh", "4 分 5 秒")]
    [InlineData("ar", "4 د 5 ث")]
    public void A_span_has_the_units_of_the_language(string locale, string text)
    {
        using var spoken = Language.Of(locale).Speak();
        Assert.Equal(text, CommonTexts.Span(TimeSpan.FromSeconds(245)));
    }

    [Fact]
    public void Numbers_that_are_names_are_never_grouped_and_what_has_signs_in_it_keeps_its_order()
    {
        using var spoken = Language.Of("ar-EG").Speak();
        Assert.Equal("الموظف \u2068123456\u2069", CommonTexts.Agent(123456, null));
        Assert.Equal("\u2066••••••••••5678\u2069", CommonTexts.Number(MaskedNumber.Of("+4915112345678")));
        Assert.Matches(@"1\D234 موظفًا", AgentTexts.LeftOut(1234));
    }
}
