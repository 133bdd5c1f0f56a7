using FsCheck.Fluent;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Supervision.Tests.Desk;

public sealed class MaskedNumberProperties
{
    [Fact]
    public void Never_more_than_four_characters_are_shown_and_never_all() => Property.Holds(
        Gen.OneOf(Any.Text, Gen.Elements("+0123456789A ".ToCharArray()).ArrayOf().Select(c => new string(c))), 1000, number =>
        {
            var masked = MaskedNumber.Of(number);
            var trimmed = number.Trim();

            Assert.Equal(trimmed.Length, masked.Text.Length);
            Assert.Equal(trimmed.Length == 0, masked.IsUnknown);
            Assert.All(masked.Text.Take(masked.Text.Length - 4), shown => Assert.Equal('•', shown));
            Assert.Equal(trimmed.Length > 4 ? trimmed[^4..] : new string('•', trimmed.Length), masked.Text[^Math.Min(4, masked.Text.Length)..]);
        });
}
