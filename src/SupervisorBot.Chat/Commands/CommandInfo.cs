using System.Collections.Immutable;
using SupervisorBot.Chat.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>A command as people know it. Help and hints are made from this and from its description, see <see cref="Texts.CommandTexts.Description"/>.</summary>
/// <param name="Name">What is typed, without the slash.</param>
/// <param name="Arguments">What follows it; empty where nothing does.</param>
/// <param name="Example">One example as it is typed.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Need">What it takes.</param>
internal sealed record CommandInfo(string Name, string Arguments, string Example, CommandGroup Group, Need Need)
{
    /// <summary>Further examples, where one does not show all that can follow.</summary>
    public ImmutableArray<string> MoreExamples { get; init; } = [];

    /// <summary>What people call it who come from other desks; they are offered this command.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    public string Usage => Arguments.Length == 0 ? $"/{Name}" : $"/{Name} {Arguments}";
}
