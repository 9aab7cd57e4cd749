package dev.facewright.platform.storage;

import io.minio.Result;
import io.minio.messages.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Walks through a list that the client fetches page by page: a thousand keys at a time is all that is ever held.
final class ObjectListing implements Iterator<Item> {
    private final Iterator<Result<Item>> items;

    private ObjectListing(Iterator<Result<Item>> items) {
        this.items = items;
    }

    static Stream<Item> of(Iterable<Result<Item>> items) {
        var listing = new ObjectListing(StoreCalls.ask(items::iterator));
        int characteristics = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listing, characteristics), false);
    }

    @Override
    public boolean hasNext() {
        return StoreCalls.ask(items::hasNext);
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return StoreCalls.ask(() -> items.next().get());
    }
}
