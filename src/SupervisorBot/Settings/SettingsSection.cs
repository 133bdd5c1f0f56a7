using System.Reflection;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Settings;

/// <summary>A part of the configuration and the class that it fills.</summary>
/// <param name="Path">The section's name; empty for the configuration's root.</param>
/// <param name="Type">The class.</param>
/// <param name="IsList">Whether the section holds a numbered list of them (<c>Inspectors:0:…</c>).</param>
/// <param name="Read">Reads the options, which checks them; null for entries of a list, which belong to another class.</param>
internal sealed record SettingsSection(string Path, Type Type, bool IsList, Action<IServiceProvider>? Read)
{
    /// <summary>The class's properties that the configuration fills.</summary>
    public IReadOnlyList<PropertyInfo> Properties { get; } =
        [.. Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod?.IsPublic == true || IsListOfTexts(property))];

    public static SettingsSection Of<T>(string path)
        where T : class => new(path, typeof(T), IsList: false, services => _ = services.GetRequiredService<IOptions<T>>().Value);

    /// <summary>Options that are read by one class and documented by the entries of its lists.</summary>
    public static SettingsSection ListOf<T>(string path) => new(path, typeof(T), IsList: true, Read: null);

    public static bool IsListOfTexts(PropertyInfo property) => typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string);

    /// <summary>A setting's whole name.</summary>
    /// <param name="property">The property.</param>
    /// <param name="entry">The entry of a list, or what stands for one.</param>
    public string NameOf(PropertyInfo property, string entry = "N") =>
        string.Join(':', ((string[])[Path, IsList ? entry : "", property.Name]).Where(part => part.Length > 0));
}
