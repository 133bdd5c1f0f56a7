using SupervisorBot.Chat.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>A command as people know it. Help and hints are made from this and from its description, see <see cref="Texts.CommandTexts.Description"/>.</summary>
/// <param name="Name">What is typed, without the slash.</param>
/// <param name="Arguments">What follows it; empty where nothing does.</param>
/// <param name="Example">One example as it is typed.</param>
/// <param name="Need">What it takes.</param>
internal sealed record CommandInfo(string Name, string Arguments, string Example, Need Need)
{
    public string Usage => Arguments.Length == 0 ? $"/{Name}" : $"/{Name} {Arguments}";
}
