using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;

namespace SupervisorBot.Chat.Commands;

/// <summary>The button that shows all commands.</summary>
internal sealed class HelpPress : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.Help] = Need.Listed,
    };

    public bool Reads => false;

    public Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken) =>
        Task.FromResult<PressReply>(new PressReply.Card(HelpCards.Help(press.Profile.Permissions), PressReply.Effect) { IsForPresser = true });
}
