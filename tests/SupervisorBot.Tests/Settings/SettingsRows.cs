using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using SupervisorBot.Clustering;
using SupervisorBot.Settings;
using SupervisorBot.Storage;

namespace SupervisorBot.Tests.Settings;

/// <summary>The rows that the classes of options call for.</summary>
internal static class SettingsRows
{
    private const string Nothing = "none";
    private const string Needed = "required";

    public static IReadOnlyList<SettingsRow> All() => [.. SettingsCatalogue.Sections.SelectMany(OfSection)];

    private static IEnumerable<SettingsRow> OfSection(SettingsSection section)
    {
        var defaults = Activator.CreateInstance(section.Type);
        foreach (var property in section.Properties)
        {
            var name = section.NameOf(property) + (SettingsSection.IsListOfTexts(property) ? ":N" : "");
            yield return new SettingsRow(Code(name), DefaultOf(property, property.GetValue(defaults)), RangeOf(property), DocumentedMeaning.Of(property));
        }

        if (section.Type == typeof(DatabaseOptions))
        {
            yield return new SettingsRow(
                Code(SettingsCatalogue.ConnectionString), Code(DatabaseOptions.DefaultConnectionString), "", "The database: for SQLite its file, for PostgreSQL `Host=…;Database=…;Username=…;Password=…`.");
        }
        else if (section.Type == typeof(ClusterSettings))
        {
            yield return new SettingsRow(
                Code(SettingsCatalogue.ClusterConnectionString), Nothing, "", "The Redis server through which the nodes of a cluster find each other, in StackExchange.Redis' words: `redis.example.com:6380,ssl=true,password=…`.");
        }
    }

    private static string DefaultOf(PropertyInfo property, object? value) => value switch
    {
        _ when property.GetCustomAttributes<ValidationAttribute>().Any(rule => !rule.IsValid(value)) => Needed,
        null or "" => Nothing,
        IEnumerable<string> list => list.Any() ? string.Join(", ", list.Select(Code)) : Nothing,
        _ => Code(Text(value)),
    };

    private static string RangeOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            return $"{Code(Limit(range, range.Minimum))} to {Code(Limit(range, range.Maximum))}";
        }

        if (property.GetCustomAttribute<StringLengthAttribute>() is { } length)
        {
            return $"at most {length.MaximumLength} characters";
        }

        return property.PropertyType == typeof(bool) ? $"{Code("true")}, {Code("false")}" : "";
    }

    private static string Limit(RangeAttribute range, object limit) =>
        Text(range.OperandType == typeof(TimeSpan) ? TimeSpan.Parse((string)limit, CultureInfo.InvariantCulture) : limit);

    private static string Text(object value) => value switch
    {
        TimeSpan { Milliseconds: 0, Microseconds: 0 } span => span.ToString("c", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Code(string text) => $"`{text}`";
}
