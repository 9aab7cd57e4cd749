package dev.facewright.platform.storage;

import dev.facewright.platform.storage.ObjectStore.ListedObject;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Walks through a list that the client fetches page by page: a thousand keys at a time is all that is ever held.
final class ObjectListing implements Iterator<ListedObject> {
    private final Iterator<Result<Item>> items;

    private ObjectListing(Iterator<Result<Item>> items) {
        this.items = items;
    }

    static Stream<ListedObject> of(Iterable<Result<Item>> items) {
        var listing = new ObjectListing(StoreCalls.ask(items::iterator));
        int characteristics = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listing, characteristics), false);
    }

    @Override
    public boolean hasNext() {
        return StoreCalls.ask(items::hasNext);
    }

    @Override
    public ListedObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = StoreCalls.ask(() -> items.next().get());
        return new ListedObject(
                new ObjectKey(item.objectName()),
                item.size(),
                item.lastModified().toInstant());
    }
}
