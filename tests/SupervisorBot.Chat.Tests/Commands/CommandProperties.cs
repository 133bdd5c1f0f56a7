using System.Globalization;
using FsCheck.Fluent;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Chat.Tests.Commands;

public sealed class CommandProperties
{
    private static readonly FsCheck.Gen<string> s_word = Any.Text.ScaleSize(size => size / 4)
        .Select(text => string.Concat(text.Where(c => !char.IsWhiteSpace(c))))
        .Where(text => text.Length > 0);

    private static readonly FsCheck.Gen<string> s_blank = Gen.Elements(" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u3000", " \u2003 ");

    [Fact]
    public void A_line_is_read_back_as_it_was_written_whatever_stands_between_its_words() => Property.Holds(
        s_word.ListOf().Resize(12).Zip(s_blank.ListOf(4)).Zip(Gen.Elements("", "/")), 500, example =>
        {
            var ((words, blanks), slash) = example;
            var written = string.Concat(words.Select((word, i) => (i == 0 ? slash : "") + word + blanks[i % blanks.Count]));

            var line = CommandLine.Read(blanks[0] + written);

            Assert.Equal(words.Count == 0 ? "" : words[0].TrimStart('/'), line.Word);
            Assert.Equal(words.Skip(1), line.Arguments);
            Assert.Equal(string.Join(' ', words.Skip(1)), line.Rest);
        });

    [Fact]
    public void Any_text_is_a_line_and_reading_it_again_changes_nothing() => Property.Holds(Any.Text, 1000, text =>
    {
        var line = CommandLine.Read(text);
        var again = CommandLine.Read($"/{line.Word} {line.Rest}");

        Assert.Equal(line.Word, again.Word);
        Assert.Equal(line.Arguments, again.Arguments);
        Assert.DoesNotContain(line.Arguments, string.IsNullOrWhiteSpace);
        Assert.NotEmpty(CommandTexts.Unknown(line.Word, NearestCommand.Of(line.Word, PermissionSet.All)));
    });

    [Fact]
    public void Every_command_is_nearest_to_itself_in_letters_of_any_size() => Property.Holds(
        Gen.Elements(CommandTable.All.ToArray()).Zip(Gen.Elements(true, false).ListOf(10)), 300, example =>
        {
            var (command, isUpper) = example;
            var typed = string.Concat(command.Name.Select((c, i) => isUpper[i % 10] ? char.ToUpperInvariant(c) : c));

            Assert.Equal(command, NearestCommand.Of(typed, PermissionSet.All));
        });

    [Fact]
    public void One_slip_of_the_finger_is_still_near_to_a_command() => Property.Holds(
        Gen.Elements(CommandTable.All.ToArray()).Zip(Gen.Choose(0, 20)).Zip(Gen.Choose('a', 'z').Zip(Gen.Choose(0, 3))), 500, example =>
        {
            var ((command, place), (letter, slip)) = example;
            var name = command.Name;
            var at = place % name.Length;
            var typed = slip switch
            {
                0 => name.Remove(at, 1),
                1 => name.Insert(at, ((char)letter).ToString()),
                2 => name.Remove(at, 1).Insert(at, ((char)letter).ToString()),
                _ when at + 1 < name.Length => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
                _ => name,
            };

            Assert.NotNull(NearestCommand.Of(typed, PermissionSet.All));
        });

    [Fact]
    public void A_word_that_shares_no_letter_with_any_command_is_near_to_none() => Property.Holds(
        Gen.Elements("0123456789jkqxyzé王😀".ToCharArray()).Where(c => !CommandTable.All.Any(command => command.Name.Contains(c, StringComparison.Ordinal))).ArrayOf(),
        300,
        letters => Assert.Null(NearestCommand.Of(new string(letters), PermissionSet.All)));

    [Fact]
    public void A_work_number_is_its_plain_digits_and_nothing_else() => Property.Holds(
        Gen.OneOf(Gen.Choose(WorkNumber.Lowest, WorkNumber.Highest), Gen.Choose(-200, 200), Gen.Choose(int.MinValue, int.MaxValue)), 1000, number =>
        {
            var isOne = number is >= 101 and <= 999_999;

            Assert.Equal(isOne, WorkNumber.TryRead(number.ToString(CultureInfo.InvariantCulture), out var read));
            Assert.Equal(isOne, read == number && isOne);
        });

    [Fact]
    public void Any_text_is_a_work_number_in_range_or_none() => Property.Holds(
        Gen.OneOf(Any.Text, Gen.Elements("0123456789 +-.,eE٣３\0".ToCharArray()).ArrayOf().Select(c => new string(c))), 1000, text =>
        {
            if (WorkNumber.TryRead(text, out var number))
            {
                Assert.InRange(number, WorkNumber.Lowest, WorkNumber.Highest);
                Assert.Equal(number.ToString(CultureInfo.InvariantCulture), text.TrimStart('0').TrimEnd('\0'));
            }
        });
}
