using System.Runtime.Loader;
using SupervisorBot.Hosting;

namespace SupervisorBot.EndToEnd.Tests.Running;

/// <summary>
/// Takes the protocol edge out of another host's assembly, such as <c>SupervisorBot.BotBuilder.dll</c>. What that needs is found beside it, so that nothing here has
/// to refer to packages that not every registry has.
/// </summary>
internal static class EdgeAssembly
{
    /// <summary>The environment variable that names the assembly.</summary>
    public const string Variable = "SUPERVISORBOT_TEST_EDGE";

    /// <summary>The edge of the assembly that the variable names; null where it names none.</summary>
    public static IProtocolEdge? Here { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? Load(file) : null;

    public static IProtocolEdge Load(string file)
    {
        var path = Path.GetFullPath(file);
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        var edge = AssemblyLoadContext.Default.LoadFromAssemblyPath(path).GetExportedTypes().Single(type => typeof(IProtocolEdge).IsAssignableFrom(type));
        return (IProtocolEdge)Activator.CreateInstance(edge)!;
    }
}
