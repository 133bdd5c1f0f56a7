using SupervisorBot.Supervision.Administration;

namespace SupervisorBot.Chat.Administration;

/// <summary>What an <c>/admin</c> line asks for.</summary>
internal abstract record AdminRequest
{
    /// <summary>The grammar.</summary>
    internal sealed record Help : AdminRequest;

    /// <summary>The inspectors.</summary>
    /// <param name="Filter">Only those whom the text matches, or null.</param>
    internal sealed record Inspectors(string? Filter) : AdminRequest;

    /// <summary>The teams.</summary>
    /// <param name="Filter">Only those that the text matches, or null.</param>
    internal sealed record Teams(string? Filter) : AdminRequest;

    /// <summary>A change.</summary>
    /// <param name="What">The change.</param>
    internal sealed record Edit(DirectoryEdit What) : AdminRequest;

    /// <summary>It is not understood.</summary>
    /// <param name="Why">What is wrong, and how it is written.</param>
    internal sealed record Wrong(string Why) : AdminRequest;
}
