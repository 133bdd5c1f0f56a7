using SupervisorBot.Chat.Presses;

namespace SupervisorBot.Chat.Commands;

/// <summary>The button that shows all commands.</summary>
internal sealed class HelpPress : IPressHandler
{
    public IReadOnlyCollection<string> Verbs { get; } = [Presses.Verbs.Help];

    public bool Reads => false;

    public Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken) =>
        Task.FromResult<PressReply>(new PressReply.Card(HelpCards.Help(), PressReply.Effect));
}
