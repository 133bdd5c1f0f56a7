using System.Globalization;
using System.Text.RegularExpressions;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_table_of_options_names_each_with_its_default()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "GatewaySimulator.README.md"));
        var documented = Row().Matches(readme).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["value"].Value);
        var defaults = new SimulatorOptions();

        var actual = typeof(SimulatorOptions).GetProperties().ToDictionary(option => option.Name, option => Show(option.GetValue(defaults)));

        Assert.Equal(actual.OrderBy(option => option.Key), documented.OrderBy(option => option.Key));
    }

    private static string Show(object? value) => value switch
    {
        null or System.Collections.ICollection => "",
        bool flag => flag ? "true" : "false",
        TimeSpan { Milliseconds: 0 } span => span.ToString("c", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^\| `Simulator:(?<name>\w+)` \| (`(?<value>[^`]*)`|[^`|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
