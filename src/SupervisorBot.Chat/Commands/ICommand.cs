using SupervisorBot.Chat.Replies;

namespace SupervisorBot.Chat.Commands;

/// <summary>Does what a command says.</summary>
internal interface ICommand
{
    /// <summary>The command as people know it.</summary>
    CommandInfo Info { get; }

    /// <summary>Runs the command for somebody who was let in, and answers them.</summary>
    Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken);
}
