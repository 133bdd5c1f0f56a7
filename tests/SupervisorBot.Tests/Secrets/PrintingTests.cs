using System.Reflection;
using System.Runtime.CompilerServices;
using SupervisorBot.Hosting;

namespace SupervisorBot.Tests.Secrets;

/// <summary>Whatever is written into a log, a message or a debugger's line as a whole tells no secret of its members.</summary>
public sealed class PrintingTests
{
    private const string Canary = "c4n4ry-of-a-test";

    private static readonly string[] s_secretNames =
    [
        "password", "secret", "token", "cookie", "cookies", "credentials", "pathpart", "callbackuri", "guid", "privatekey", "customernumber", "number", "otherparty", "caller", "called",
    ];

    public static TheoryData<string> Types => [.. WithSecrets().Select(type => type.AssemblyQualifiedName!)];

    [Fact]
    public void The_types_with_secrets_are_found()
    {
        var names = WithSecrets().Select(type => type.Name).ToList();
        Assert.All(
            (string[])["SessionCredentials", "SessionCookie", "SignInRequest", "PushSecret", "PushTarget", "InspectorAccount", "InspectorOptions", "BotFrameworkOptions", "KeyProtectionOptions", "PressKey"],
            name => Assert.Contains(name, names));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_with_a_secret_prints_it_nowhere(string name)
    {
        var type = Type.GetType(name, throwOnError: true)!;
        var instance = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in Fields(type))
        {
            if ((Value(field) ?? Inner(field)) is { } value)
            {
                field.SetValue(instance, value);
            }
        }

        Assert.DoesNotContain(Canary, instance.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, $"{instance}", StringComparison.Ordinal);
        Assert.All(s_secretNames, secret => Assert.DoesNotContain($"{{{secret}}}", DebuggerLine(type), StringComparison.Ordinal));
    }

    private static string DebuggerLine(Type type) => type.GetCustomAttribute<System.Diagnostics.DebuggerDisplayAttribute>()?.Value.ToLowerInvariant() ?? "";

    private static IEnumerable<Type> WithSecrets() => Assemblies()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        .Where(type => IsRecord(type) || type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name == "PressKey")
        .Where(type => Fields(type).Any(field => IsSecret(field) && Value(field) is not null));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    private static bool IsSecret(FieldInfo field) => Name(field) switch
    {
        // The channel's mark of a page.
        "continuationtoken" => false,
        "value" => field.DeclaringType!.Name.Contains("Cookie", StringComparison.Ordinal),
        var name => s_secretNames.Contains(name) || name.EndsWith("password", StringComparison.Ordinal) || name.EndsWith("token", StringComparison.Ordinal),
    };

    private static string Name(FieldInfo field) => field.Name.TrimStart('_', '<').Split('>')[0].ToLowerInvariant();

    private static object? Value(FieldInfo field) => !IsSecret(field) ? null : field.FieldType switch
    {
        var type when type == typeof(string) => Canary,
        var type when type == typeof(Uri) => new Uri($"https://{Canary}.example/"),
        var type when type == typeof(byte[]) => System.Text.Encoding.UTF8.GetBytes(Canary),
        _ => null,
    };

    // What an own ToString may look at.
    private static object? Inner(FieldInfo field) =>
        field.FieldType is { IsClass: true, IsAbstract: false } type && type.FullName!.StartsWith("SupervisorBot", StringComparison.Ordinal) ? RuntimeHelpers.GetUninitializedObject(type) : null;

    private static IReadOnlyList<Assembly> Assemblies()
    {
        var known = new Dictionary<string, Assembly>();
        Queue<Assembly> next = new([typeof(BotHost).Assembly]);
        while (next.TryDequeue(out var assembly))
        {
            if (known.TryAdd(assembly.FullName!, assembly))
            {
                foreach (var reference in assembly.GetReferencedAssemblies().Where(reference => reference.Name!.StartsWith("SupervisorBot", StringComparison.Ordinal)))
                {
                    next.Enqueue(Assembly.Load(reference));
                }
            }
        }

        return [.. known.Values];
    }
}
