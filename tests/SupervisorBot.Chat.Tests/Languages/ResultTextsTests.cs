using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Chat.Tests.Languages;

public sealed class ResultTextsTests
{
    [Fact]
    public void Every_code_that_the_bot_knows_has_a_meaning_and_a_next_step()
    {
        var constants = typeof(ResultCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(constants);
        var texts = TextFiles.Read("src/SupervisorBot.Chat/Texts/ResultTexts", "en");
        Assert.All(constants, code => Assert.True(texts.ContainsKey($"{code}.Meaning") && texts.ContainsKey($"{code}.NextStep"), code));
    }

    [Fact]
    public void The_words_of_a_code_are_plain_sentences()
    {
        var texts = TextFiles.Read("src/SupervisorBot.Chat/Texts/ResultTexts", "en");
        Assert.True(texts.Count > 240);
        Assert.All(texts.Values, sentence =>
        {
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.InRange(sentence.Length, 5, 140);
            Assert.DoesNotContain("exception", sentence, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void A_code_that_is_not_listed_is_told_as_it_is()
    {
        Assert.Contains("987-654", ResultTexts.Meaning("987-654"), StringComparison.Ordinal);
        Assert.NotEmpty(ResultTexts.NextStep("987-654"));
    }
}
