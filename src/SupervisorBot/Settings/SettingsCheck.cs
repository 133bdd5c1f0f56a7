using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;
using SupervisorBot.Secrets;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Settings;

/// <summary>Finds everything that is wrong with the configuration, all at once, before anything of the bot starts.</summary>
internal sealed class SettingsCheck(ConfigurationManager configuration)
{
    /// <summary>What makes ValidateDataAnnotations' own sentences; those settings are named here already, and better.</summary>
    private const string AnnotationFailure = "DataAnnotation validation failed";

    private readonly List<string> _problems = [];
    private readonly Dictionary<string, string?> _defaults = [];
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks at every setting, and asks every class of options.</summary>
    /// <param name="services">The services of the bot that was built and not started.</param>
    /// <returns>A sentence for each thing to mend, with an example.</returns>
    public static IReadOnlyList<string> FindProblems(IServiceProvider services)
    {
        var check = new SettingsCheck((ConfigurationManager)services.GetRequiredService<IConfiguration>());
        foreach (var section in SettingsCatalogue.Sections)
        {
            check.Look(section);
        }

        check.PutDefaults();
        foreach (var section in SettingsCatalogue.Sections.Where(section => section.Read is not null))
        {
            check.Ask(() => section.Read!(services));
        }

        check.Ask(() => _ = services.GetRequiredService<IOptions<DirectoryOptions>>().Value);
        check.LookAtUrls();
        check.LookForSecrets(services.GetRequiredService<IHostEnvironment>());
        return check._problems;
    }

    private void LookAtUrls() => _problems.AddRange(UrlsCheck.FindProblems(configuration));

    private void LookForSecrets(IHostEnvironment environment) => _problems.AddRange(SecretsCheck.FindProblems(configuration, environment.IsDevelopment()));

    private void Look(SettingsSection section)
    {
        IConfiguration root = section.Path.Length == 0 ? configuration : configuration.GetSection(section.Path);
        IEnumerable<(string Entry, IConfiguration Values)> entries = section.IsList ? root.GetChildren().Select(child => (child.Key, (IConfiguration)child)) : [("", root)];
        foreach (var (entry, values) in entries)
        {
            foreach (var property in section.Properties)
            {
                LookAt(section.NameOf(property, entry), property, section.Type, values.GetSection(property.Name));
            }

            if (section.Path.Length > 0)
            {
                LookForUnknown(section, entry, values);
            }
        }
    }

    private void LookAt(string name, PropertyInfo property, Type owner, IConfigurationSection value)
    {
        if (SettingsSection.IsListOfTexts(property))
        {
            return;
        }

        var example = Example(property, owner);
        if (value.Value is { } text && !TryConvert(text, property.PropertyType, out _))
        {
            Name(name, $"{name} cannot be read as {Kind(property.PropertyType)}. Example: {name}={example}");
            _defaults[value.Path] = Text(Default(property, owner));
            return;
        }

        var read = value.Value is { } given && TryConvert(given, property.PropertyType, out var converted) ? converted : Default(property, owner);
        if (Wrong(property, read) is { } wrong)
        {
            Name(name, $"{name} {(value.Value is null ? "is missing" : wrong)}. Example: {name}={example}");
        }
    }

    private static string? Wrong(PropertyInfo property, object? value) => property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => !rule.IsValid(value)) switch
    {
        null => null,
        RequiredAttribute => "is missing",
        RangeAttribute range => $"must be from {Text(range.Minimum)} to {Text(range.Maximum)}",
        StringLengthAttribute length => $"must have {length.MaximumLength} characters at most",
        _ => "is wrong",
    };

    private void LookForUnknown(SettingsSection section, string entry, IConfiguration values)
    {
        // A section may fill more than one class.
        PropertyInfo[] known = [.. SettingsCatalogue.Sections.Where(other => other.Path == section.Path).SelectMany(other => other.Properties)];
        foreach (var child in values.GetChildren())
        {
            if (!known.Any(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                var nearest = known.MinBy(property => EditDistance.Between(property.Name, child.Key))!;
                Name(child.Path, $"{child.Path} is not a setting of this program. Did you mean {section.NameOf(nearest, entry)}? Example: {section.NameOf(nearest, entry)}={Example(nearest, nearest.DeclaringType!)}");
            }
        }
    }

    /// <summary>
    /// What cannot be converted would keep its whole section from being checked. It is named by now, and the bot will not start, so its default
    /// takes its place.
    /// </summary>
    private void PutDefaults()
    {
        if (_defaults.Count > 0)
        {
            configuration.AddInMemoryCollection(_defaults);
        }
    }

    private void Ask(Action read)
    {
        try
        {
            read();
        }
        catch (OptionsValidationException refused)
        {
            foreach (var failure in refused.Failures.Where(failure => !failure.StartsWith(AnnotationFailure, StringComparison.Ordinal) && !IsNamed(failure)))
            {
                _problems.Add(failure);
            }
        }
    }

    private bool IsNamed(string failure) => _named.Any(name => failure.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private void Name(string setting, string sentence)
    {
        if (_named.Add(setting))
        {
            _problems.Add(sentence);
        }
    }

    // The configuration binder converts in the same way.
    private static bool TryConvert(string text, Type type, out object? value)
    {
        try
        {
            var target = Nullable.GetUnderlyingType(type) ?? type;
            value = target == typeof(string) ? text : TypeDescriptor.GetConverter(target).ConvertFromInvariantString(text);
            return true;
        }
#pragma warning disable CA1031 // Converters throw what they like.
        catch (Exception)
#pragma warning restore CA1031
        {
            value = null;
            return false;
        }
    }

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(TimeSpan) => "a span of time ([d.]hh:mm:ss[.fff])",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) || t == typeof(long) => "a whole number",
        var t when t == typeof(Uri) => "an address",
        _ => "what it has to be",
    };

    private static object? Default(PropertyInfo property, Type owner) => property.GetValue(Activator.CreateInstance(owner));

    private static string Example(PropertyInfo property, Type owner)
    {
        var value = Default(property, owner);
        return property.Name switch
        {
            nameof(InspectorOptions.EntraObjectId) => "8f5e9c1a-0000-4000-8000-000000000000",
            nameof(InspectorOptions.AgentId) => "1001",
            nameof(InspectorOptions.PhoneNumber) => "40038",
            nameof(InspectorOptions.DisplayName) => "Alex Wilber",
            nameof(AgentTeamOptions.Name) => "Front desk",
            nameof(AgentTeamOptions.WorkNumbers) => "2001-2024, 2100",
            nameof(Gateway.GatewayOptions.BaseAddress) => "https://gateway.example.com:8043/agentgateway/resource/",
            _ => Text(value) is { Length: > 0 } text ? text : "…",
        };
    }

    private static string Text(object? value) => value switch
    {
        TimeSpan span when span.Ticks % TimeSpan.TicksPerSecond != 0 => span.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
