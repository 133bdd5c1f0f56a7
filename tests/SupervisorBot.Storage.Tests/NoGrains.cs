using System.Reflection;

namespace SupervisorBot.Storage.Tests;

/// <summary>There is no silo: whoever asks for a grain is told so.</summary>
public class NoGrains : DispatchProxy
{
    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new InvalidOperationException("There is no silo in this test.");
}
