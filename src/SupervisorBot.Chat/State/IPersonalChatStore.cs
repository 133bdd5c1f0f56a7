using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.State;

/// <summary>Remembers the personal chat between the bot and each person, the place for what only they may read.</summary>
public interface IPersonalChatStore
{
    /// <summary>The personal chat with a person, or null.</summary>
    /// <param name="userId">The person's id in the channel, or <c>entra:</c> and their Entra object id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ConversationReference?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Remembers the personal chat with a person.</summary>
    /// <param name="userId">The person's id in the channel, or <c>entra:</c> and their Entra object id.</param>
    /// <param name="conversation">The chat.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask PutAsync(string userId, ConversationReference conversation, CancellationToken cancellationToken);

    /// <summary>Forgets the personal chat with a person.</summary>
    /// <param name="userId">The person's id in the channel.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RemoveAsync(string userId, CancellationToken cancellationToken);
}
